/** A receipt cannot be made of these parts. Nothing was sent. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
  /** `allTaxesIncludedAmount`, `lines[0].quantity` */
  readonly field: string;

  constructor(field: string, why: string) {
    super(`receipt: ${field}: ${why}`);
    this.field = field;
  }
}
