/** On whose behalf a call is made. */
export interface Seller {
  readonly operatorId: string;
  readonly institutionId: string;
  readonly pointOfSalesId: string;
  readonly salesChannelId: string;
}
