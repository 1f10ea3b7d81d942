export interface CheckStreams {
  stdin: AsyncIterable<Uint8Array | string>
  stdout: {
    write(text: string): unknown
  }
  stderr: {
    write(text: string): unknown
  }
}
/** `anzhi check`: the figures of one text, checked against each other; gives the exit status. */
export declare function checkCommand(args: string[], io: CheckStreams): Promise<number>
