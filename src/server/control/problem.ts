/** What the control API says no with: RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Last part of the `type` URI: `sandbox-unknown`. */
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  /** JSON pointer into the request's body. */
  readonly pointer: string | undefined;

  constructor(
    status: number,
    kind: string,
    { title, detail, pointer }: { title: string; detail: string; pointer?: string },
  ) {
    super(`${title}: ${detail}`);
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.pointer = pointer;
  }
}
