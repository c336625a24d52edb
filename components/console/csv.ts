// A cell that begins like this is a formula to a spreadsheet.
const formula = /^[=+\-@\t\r]/

/** One CSV text with a header line; guarded against formulas, line ends as spreadsheets want them. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
