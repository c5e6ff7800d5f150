/** Words as they are compared: without case and without marks on letters. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a text holds every word of a query, in any order. */
export function matches(query: string, ...texts: (string | null | undefined)[]): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return true;
  const all = fold(texts.filter(Boolean).join(" "));
  return words.every((word) => all.includes(word));
}
