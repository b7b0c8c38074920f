/** A file name that every system takes: letters, digits, dots and dashes. */
export function fileName(name: string, ending: string): string {
  const stem = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase();
  return `${stem || 'schedule'}${ending}`;
}

/** Lets the browser save what the page holds. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob once the click is handled; at once would be too early in some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
