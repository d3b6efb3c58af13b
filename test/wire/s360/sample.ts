const translations = (values: Readonly<Record<string, string>>) => ({
  translations: Object.entries(values).map(([locale, value]) => ({ locale, value })),
});
const catalogCurrency = { currencyCode: 'EUR', symbol: '€', fractionDigit: 2, minAmount: 10 };

/** The vendor's own sample of an order's creation, with the brackets that its page has lost. */
export const documentedAnswer = {
  statusCode: 'success',
  expectedException: false,
  orderUpdateData: {
    orderId: 10000413873,
    operationDataUpdates: [
      {
        operationId: 10228464537923,
        type: 'PRE_SALE',
        quantity: 1,
        basePrice: 17000,
        unitPrice: 17000,
        withoutVatTotalAmount: 17000,
        totalAmount: 17000,
        productId: 466637980,
        product: 'Entrée VIP',
        productCode: 'VIPentry',
        itemId: 466638397,
        contingentId: 466646159,
        contingent: 'Ventes en ligne',
        numbered: false,
        audienceSubCategoryId: 306159078,
        audienceSubCategory: 'Adulte',
        audienceSubCategoryRank: 1,
        audienceSubCategoryRequireAttachment: false,
        audienceSubCategoryExternalDescription: 'Plein Tarif',
        vatRate: 0,
        vatCountryCode: 'FR',
        selfPaidVat: false,
        operationNumber: 1,
        productFamilyType: 'PASS',
        productFamilySubType: 'OPEN_PASS',
        itemDisplayExternalDesignation: 'Entrée VIP',
        locations: [
          {
            spaceCode: 'MUSEUM',
            siteCode: 'MOSA',
            spaceExternalName: translations({
              ...{ fr: 'Museum', en: 'Museum', es: 'Museo', de: 'Museum', it: 'Museo' },
            }),
            siteExternalName: translations({
              ...{ fr: 'MoSA Musée', en: 'MoSA Museum', es: 'Museo MoSA' },
              ...{ de: 'MWK-Museum', it: 'Museo MoSA' },
            }),
            siteAddress: {
              firstAddressLine: '62, rue de Lille',
              zipCode: '75007',
              locality: 'Paris',
              countryCode: 'FR',
            },
          },
        ],
        fileId: 9486,
        waitingAccountBalance: 0,
        season: 'Saison 1',
        crossSellParentOperationIds: [],
        comfortVariableValues: {},
        includedInShipmentFee: false,
        audienceCatId: 15655,
        exchangeable: false,
        catalogCurrency,
        isNominative: false,
      },
    ],
    removeOperationIds: [],
    movementDataUpdates: [
      {
        movementId: 10228464538130,
        operationId: 10228464537923,
        contingentId: 466646159,
        contingent: 'Ventes en ligne',
        startValidityDate: '2022-01-11T00:00:00.000+01:00',
        endValidityDate: '2023-01-10T00:00:00.000+01:00',
        instanceNumber: 533,
        resumed: false,
        attributionMatch: 'NO_EXPECTATION',
        transferable: false,
        externalReferences: [],
      },
    ],
    removeMovementIds: [],
    mainOperationId: 10228464537923,
    generatedContiguities: [],
    generatedContactQualities: {},
    origin: { toCreateToken: false },
    orderSecretId: 'f28c7d10-7fa1-47d5-b1ad-d28c4769a1e4_10000413873',
    catalogCurrency,
  },
};

export const documentedRequest = {
  pointOfSalesId: '10228166972627',
  orderType: 'SALE',
  purchasersInfo: [{ contactReference: '5442' }],
  simpleProductOperations: [
    { audienceSubCategoryId: '306159078', quantity: '1', itemId: '466638397' },
  ],
};
