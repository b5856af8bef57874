/** Fetches the Excel file with the bearer header, which a plain link does not carry, and hands it over as a download. */
export async function download(code: string, year: number, token: string): Promise<void> {
  const name = `${encodeURIComponent(code)}/${year}.xlsx`;
  const response = await fetch(`/download/scoreboard/${name}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `${code.replace(':', '-')}-${year}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
}
