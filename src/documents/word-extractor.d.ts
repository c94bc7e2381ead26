// What is used of word-extractor, which brings no types of its own.
declare module 'word-extractor' {
  /** With `filterUnicode` left to itself, “” become "". */
  type Options = { filterUnicode?: boolean; includeHeadersAndFooters?: boolean }
  type Extracted = { getBody: (options?: Options) => string; getTextboxes: (options?: Options) => string; getFootnotes: (options?: Options) => string; getEndnotes: (options?: Options) => string }
  export default class WordExtractor {
    extract(document: string | Buffer): Promise<Extracted>
  }
}
