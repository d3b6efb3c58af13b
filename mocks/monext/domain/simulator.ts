/** What the bank says when it agrees. */
export const APPROVED = '00000';
/** Approved, yet the merchant is asked to look at it. */
const APPROVED_TO_VERIFY = '01001';

export const isApproval = (code: string): boolean =>
  code === APPROVED || code === APPROVED_TO_VERIFY;

const EURO = '978';
const SIMULATED_TYPES = ['CB', 'VISA', 'MASTERCARD'];

/** Amounts in cents of euros and what the bank then says; those of the older page too. */
export const simulatedAmounts: ReadonlyMap<number, string> = new Map([
  [33300, '00000'],
  [33308, '00000'],
  [33305, '01100'],
  [33360, '01103'],
  [33302, '01108'],
  [33303, '01109'],
  [33313, '01110'],
  [33314, '01111'],
  [33351, '01116'],
  [33355, '01117'],
  [33356, '01118'],
  [33357, '01119'],
  [33358, '01120'],
  [33361, '01121'],
  [33363, '01122'],
  [33316, '01131'],
  [33331, '01199'],
  [33354, '01201'],
  [33334, '01202'],
  [33338, '01206'],
  [33312, '01902'],
  [33330, '01904'],
  [33391, '01907'],
  [33396, '01909'],
  [33315, '01912'],
  [33394, '01913'],
  [33304, '01200'],
  [33333, '01201'],
  [33307, '01207'],
  [33341, '01208'],
  [33343, '01209'],
]);

/** The codes 01xxx that are published. */
const bankCodes: ReadonlySet<string> = new Set(
  (
    '01001 01100 01101 01102 01103 01108 01109 01110 01111 01113 01114 01115 01116 01117 01118 ' +
    '01119 01120 01121 01122 01123 01125 01126 01128 01129 01130 01131 01132 01133 01180 01181 ' +
    '01182 01183 01184 01185 01196 01197 01198 01199 01200 01201 01202 01206 01207 01208 01209 ' +
    '01280 01401 01402 01403 01404 01405 01406 01407 01430 01902 01904 01907 01909 01912 01913 ' +
    '01914 01915 01917 01940 01941 01942 01943'
  ).split(' '),
);

/** Whether the bank can say this. */
export const isBankCode = (code: string): boolean => bankCodes.has(code);

/** A 9 in tenth place makes a card of the simulator: the five digits after it are the code. */
export function simulatedByCard(number: string, type: string): string | undefined {
  if (!/^\d{9}9\d{6}$/.test(number) || !SIMULATED_TYPES.includes(type)) return undefined;
  const code = number.slice(10, 15);
  return isBankCode(code) ? code : undefined;
}

export const simulatedByAmount = (amountMinor: number, currency: string): string | undefined =>
  currency === EURO ? simulatedAmounts.get(amountMinor) : undefined;
