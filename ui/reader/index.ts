export {
  type FieldEnv,
  type Found,
  type Hands,
  type Me,
  type Reader,
  ReaderProvider,
  type Titles,
  useFieldEnv,
  useReader,
} from './reader.tsx'
