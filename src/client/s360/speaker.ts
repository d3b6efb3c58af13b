export interface S360Speaker {
  /** The virtual operator: `MOSA_B2C`. */
  readonly operator: string;
  /** Its password over SOAP, its secret over REST: the same. */
  readonly secret: string;
  /** Whose software it is; told when a token is asked for. REST alone. */
  readonly partner?: string;
}
