export { type PlacedProblems, placeProblems } from './place.ts'
export { ProblemList } from './problem-list.tsx'
export { type Concerning, namedSentence, sentenceOf } from './sentence.ts'
