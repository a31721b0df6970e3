import type { SourceText } from '@jiannuo/kernel'

/** The disclosure metadata of a source, with the page's own title where its text has none. */
export const sourceMetadata = (source: SourceText): SourceText['metadata'] =>
  source.title === undefined || source.metadata.some(({ name }) => /^(?:名\s*称|标\s*题)$/.test(name))
    ? source.metadata
    : [...source.metadata, { name: '标题', value: source.title }]
