import type { ReactNode } from 'react'

// Drawn on a grid of 16, in the colour of the text around it.
const drawings = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.3 10.3 3.4 3.4" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  left: <path d="m10 4-4 4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  rising: <path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />,
  falling: <path d="M8 3v10M4.5 9.5 8 13l3.5-3.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  download: <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10" />,
  calendar: <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3" />,
  warning: <path d="M8 2.5 14.2 13H1.8zM8 6.5v3M8 11.2v.1" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  file: <path d="M4 2h5l3 3v9H4zM9 2v3h3" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A small drawing beside words; it says nothing on its own, so that the words stay the name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  )
}
