import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib';
import type { Ticket } from '#contracts/utick/index.ts';
import type { Instant } from '#kernel/instant.ts';
import type { TicketLayout } from '#mocks/utick/wire/ticket-file.ts';

/** The order whose tickets are printed. */
export interface PrintedOrder {
  readonly label: string;
  /** Dates the document too, so that the same order gives the same bytes. */
  readonly createdAt: Instant;
}

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

/** In points. */
interface Format {
  readonly width: number;
  readonly height: number;
  readonly codeSize: number;
  /** Where the code's upper left corner is, from the page's upper left. */
  readonly codeAt: { readonly x: number; readonly y: number };
  readonly textFrom: number;
  readonly textWidth: number;
}

const MARGIN = 30;

const formats: Readonly<Record<TicketLayout, Format>> = {
  // A5, landscape: the code stands beside the text.
  sheet: {
    width: 595,
    height: 420,
    codeSize: 150,
    codeAt: { x: 415, y: MARGIN },
    textFrom: MARGIN,
    textWidth: 365,
  },
  // The code is on top, where a scanner finds it without scrolling.
  mobile: {
    width: 320,
    height: 568,
    codeSize: 200,
    codeAt: { x: 60, y: MARGIN },
    textFrom: 260,
    textWidth: 260,
  },
};

/** A PDF with a page for each ticket. Nothing but its arguments decides its bytes. */
export async function ticketPdf(
  order: PrintedOrder,
  tickets: readonly Ticket[],
  layout: TicketLayout = 'sheet',
): Promise<Uint8Array> {
  // Loaded when a first ticket is printed: both cost more than the rest of the vendor.
  const { PDFDocument, StandardFonts } = await import('pdf-lib');
  const { create: codeOf } = await import('qrcode');
  const pdf = await PDFDocument.create({ updateMetadata: false });
  describe(pdf, order);
  const fonts: Fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const format = formats[layout];
  for (const ticket of tickets) {
    const page = pdf.addPage([format.width, format.height]);
    drawLines(page, linesOf(ticket), { fonts, format });
    drawCode(page, codeOf(ticket.qrcode, { errorCorrectionLevel: 'M' }).modules, format);
  }
  if (tickets.length === 0) {
    const page = pdf.addPage([format.width, format.height]);
    drawLines(page, [{ text: order.label, size: 18 }], { fonts, format });
  }
  return pdf.save({ useObjectStreams: false });
}

function describe(pdf: PDFDocument, { label, createdAt }: PrintedOrder): void {
  const date = new Date(createdAt);
  pdf.setTitle(label);
  pdf.setProducer('sosie');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
}

/** From top to bottom; what a ticket does not say takes no room. */
function linesOf(ticket: Ticket): readonly Line[] {
  const lines: readonly Line[] = [
    { text: ticket.presentinglabel, size: 10 },
    { text: ticket.attractionlabel, size: 22, isBold: true },
    { text: wallTimeOf(ticket.eventstarttime), size: 14 },
    { text: ticket.venuelabel, size: 12 },
    { text: `${ticket.venueaddressL1} ${ticket.venueaddressL2}`.trim(), size: 10 },
    { text: ticket.positionlabel, size: 16, isBold: true },
    { text: ticket.categorylabel, size: 12 },
    { text: ticket.pricelabel, size: 12 },
    { text: ticket.spectatorlabel, size: 12, isBold: true },
    { text: ticket.notes, size: 10 },
    { text: `${ticket.orderreference} / ${ticket.id}`, size: 10 },
    { text: ticket.qrcode, size: 10 },
  ];
  return lines.filter(({ text }) => text !== '');
}

/** `2026-04-03T19:00:00+02:00` is 03/04/2026 19:00 where it is played. */
function wallTimeOf(date: string | null): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(date ?? '') ?? [];
  return time === undefined ? '' : `${day}/${month}/${year} ${time}`;
}

interface Ink {
  readonly fonts: Fonts;
  readonly format: Format;
}

const LINE_GAP = 1.5;

function drawLines(page: PDFPage, lines: readonly Line[], { fonts, format }: Ink): void {
  let y = format.height - format.textFrom;
  for (const { text, size, isBold } of lines) {
    const font = isBold ? fonts.bold : fonts.plain;
    const printable = printableIn(font, text);
    const width = font.widthOfTextAtSize(printable, size);
    y -= size;
    page.drawText(printable, {
      x: MARGIN,
      y,
      font,
      // A long line is set smaller rather than cut off.
      size: Math.min(size, (size * format.textWidth) / width),
    });
    y -= size * (LINE_GAP - 1);
  }
}

/** The standard fonts know Western letters only; any other becomes a question mark. */
function printableIn(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet());
  return [...text].map((one) => (known.has(one.codePointAt(0) ?? 0) ? one : '?')).join('');
}

interface Modules {
  readonly size: number;
  readonly data: Uint8Array;
}

/** A square for each dark module. */
function drawCode(page: PDFPage, modules: Modules, { height, codeAt, codeSize }: Format): void {
  const side = codeSize / modules.size;
  for (const [at, isDark] of modules.data.entries()) {
    if (!isDark) continue;
    const [row, column] = [Math.floor(at / modules.size), at % modules.size];
    const y = height - codeAt.y - (row + 1) * side;
    page.drawRectangle({ x: codeAt.x + column * side, y, width: side, height: side });
  }
}
