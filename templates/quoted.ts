// Words in quotation marks, with those inside them of the other kind: “深化‘县管校聘’管理改革”.

export const quoted = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
