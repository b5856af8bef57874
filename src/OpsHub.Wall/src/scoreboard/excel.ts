/** The name that the hub gives a file: in UTF-8 where it says so. */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : otherwise;
}

/** Fetches the Excel file with the bearer header, which a plain link does not carry, and hands it over as a download. */
export async function download(code: string, year: number, token: string): Promise<void> {
  const response = await fetch(`/download/scoreboard/${encodeURIComponent(code)}/${year}.xlsx`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(response.headers.get('content-disposition'), `${code.replace(':', '-')}-${year}.xlsx`);
  link.click();
  URL.revokeObjectURL(address);
}
