/**
 * The messages of the vendor's 42 operations, by service, in the notation of `notation.ts`. Request
 * and answer stand in the namespace `http://impl.ws.payline.experian.com`, as do their children.
 */
const web = {
  doWebPayment: {
    request: `version payment:payment returnURL cancelURL order:order notificationURL~
      selectedContractList~:selectedContractList
      secondSelectedContractList~:selectedContractList privateDataList~:privateDataList
      languageCode~ customPaymentPageCode~ buyer?:buyer owner~:owner securityMode~
      recurring~:recurring customPaymentTemplateURL~
      contractNumberWalletList~:contractNumberWalletList merchantName~ subMerchant~:subMerchant
      miscData~ asynchronousRetryTimeout~ threeDSInfo~:threeDSInfo merchantScore~
      skipSmartDisplay~:boolean`,
    response: 'result:result token~ redirectURL~ stepCode?~ reqCode?~ method?~',
  },
  getWebPaymentDetails: {
    request: 'version token',
    response: `result:result transaction:transaction payment:payment authorization:authorization
      privateDataList?~:privateDataList paymentRecordId?~ billingRecordList?~:billingRecordList
      authentication3DSecure?~:authentication3DSecure card:cardOut
      extendedCard?:extendedCardType order:order paymentAdditionalList?~:paymentAdditionalList
      media?~ numberOfAttempt?~ wallet?~:wallet
      contractNumberWalletList?~:contractNumberWalletList contractNumber?
      bankAccountData~:bankAccountData subMerchant~:subMerchant buyer~:buyer
      linkedTransactionId~ travelFileNumber?~`,
  },
  manageWebWallet: {
    request: `version contractNumber selectedContractList~:selectedContractList
      updatePersonalDetails~ buyer:buyer owner~:owner languageCode~ customPaymentPageCode~
      securityMode~ returnURL cancelURL notificationURL~ privateDataList~:privateDataList
      customPaymentTemplateURL~ contractNumberWalletList~:contractNumberWalletList merchantName~
      threeDSInfo~:threeDSInfo`,
    response: 'result:result token redirectURL',
  },
  createWebWallet: {
    request: `version contractNumber selectedContractList~:selectedContractList
      updatePersonalDetails~ buyer:buyer owner~:owner languageCode~ customPaymentPageCode~
      securityMode~ returnURL cancelURL notificationURL~ privateDataList~:privateDataList
      customPaymentTemplateURL~ contractNumberWalletList~:contractNumberWalletList`,
    response: 'result:result token redirectURL',
  },
  updateWebWallet: {
    request: `version contractNumber cardInd~ walletId updatePersonalDetails~
      updateOwnerDetails~ updatePaymentDetails~ buyer~:buyer languageCode~
      customPaymentPageCode~ securityMode~ returnURL cancelURL notificationURL~
      privateDataList~:privateDataList customPaymentTemplateURL~
      contractNumberWalletList~:contractNumberWalletList`,
    response: 'result:result token redirectURL',
  },
  getWebWallet: {
    request: 'version token',
    response: `result:result wallet~:wallet owner~:owner privateDataList~:privateDataList
      extendedCard:extendedCardType media~ numberOfAttempt~
      contractNumberWalletList?~:contractNumberWalletList`,
  },
} as const;

const direct = {
  doAuthorization: {
    request: `transient~ version payment:payment bankAccountData:bankAccountData card:card
      order:order buyer~:buyer owner~:owner privateDataList~:privateDataList
      authentication3DSecure~:authentication3DSecure media~ subMerchant~:subMerchant
      asynchronousRetryTimeout~ linkedTransactionId~ threeDSInfo~:threeDSInfo travelFileNumber?~
      recurring~:recurring`,
    response: `transient~ result:result transaction:transaction authorization:authorization
      card:cardOut extendedCard:extendedCardType privateDataList~:privateDataList contractNumber
      linkedTransactionId~ travelFileNumber?~ authentication3DSecure?~:authentication3DSecure
      resultContainer~`,
  },
  doCapture: {
    request: `version transactionID payment:payment privateDataList~:privateDataList
      sequenceNumber~ media~ miscData~`,
    response: 'result:result transaction:transaction reAuthorization~',
  },
  doReAuthorization: {
    request: `version transactionID payment:payment order:order privateDataList~:privateDataList
      media~`,
    response: 'result:result transaction:transaction card:cardOut extendedCard:extendedCardType',
  },
  doDebit: {
    request: `version payment:payment card:card order:order buyer~:buyer owner~:owner
      privateDataList~:privateDataList miscData~ authentication3DSecure~:authentication3DSecure
      authorization:authorization media~ subMerchant~:subMerchant`,
    response: 'result:result transaction:transaction card:cardOut extendedCard:extendedCardType',
  },
  doRefund: {
    request: `version transactionID payment:payment comment~ privateDataList~:privateDataList
      sequenceNumber~ media~ details?~:details miscData~`,
    response: 'result:result transaction:transaction miscData?~:miscData',
  },
  doReset: {
    request: `version transactionID comment~ media~ amount~ currency~
      privateDataList?~:privateDataList sequenceNumber~`,
    response: 'result:result transaction:transaction',
  },
  doCredit: {
    request: `version payment:payment card:card comment~ order~:order buyer~:buyer owner~:owner
      privateDataList~:privateDataList miscData~ media~ subMerchant~:subMerchant`,
    response: 'result:result transaction:transaction card:cardOut extendedCard:extendedCardType',
  },
  doAuthorizationRedirect: {
    request: `version payment:payment card:card returnURL cancelURL order:order notificationURL~
      privateDataList~:privateDataList languageCode~ buyer?~:buyer owner~:owner securityMode~
      recurring~:recurring merchantName~ subMerchant~:subMerchant miscData~
      asynchronousRetryTimeout~`,
    response: 'result:result redirectURL',
  },
  createWallet: {
    request: `version contractNumber wallet:wallet buyer~:buyer owner~:owner
      privateDataList~:privateDataList authentication3DSecure~:authentication3DSecure media~
      contractNumberWalletList~:contractNumberWalletList transactionID~`,
    response: `result:result card:cardOut extendedCard:extendedCardType
      contractNumberWalletList?~:contractNumberWalletList fraudResultDetails~:fraudResultDetails`,
  },
  updateWallet: {
    request: `version contractNumber cardInd~ wallet:wallet buyer~:buyer owner~:owner
      privateDataList~:privateDataList authentication3DSecure~:authentication3DSecure media~
      contractNumberWalletList~:contractNumberWalletList transactionID~`,
    response: `result:result card:cardOut extendedCard:extendedCardType
      contractNumberWalletList?~:contractNumberWalletList`,
  },
  getWallet: {
    request: 'version contractNumber walletId cardInd~ media~',
    response: `result:result wallet~:wallet owner~:owner isDisabled~ disableDate~
      privateDataList~:privateDataList extendedCard~:extendedCardType
      contractNumberWalletList?~:contractNumberWalletList media~`,
  },
  getCards: {
    request: 'version contractNumber walletId cardInd~',
    response: 'result:result cardsList~:cardsList owner~:owner privateDataList~:privateDataList',
  },
  disableWallet: {
    request: 'contractNumber cardInd~ walletIdList:walletIdList',
    response: 'result:result walletIdList:walletIdList',
  },
  enableWallet: {
    request: 'contractNumber cardInd~ walletId',
    response: 'result:result',
  },
  doImmediateWalletPayment: {
    request: `version payment:payment order:order buyer~:buyer walletId cardInd~ cvx~
      recurring?~:recurring privateDataList~:privateDataList media~
      authentication3DSecure~:authentication3DSecure subMerchant~:subMerchant
      linkedTransactionId~ threeDSInfo~:threeDSInfo travelFileNumber?~`,
    response: `result:result transaction~:transaction authorization~:authorization
      authentication3DSecure~:authentication3DSecure linkedTransactionId~`,
  },
  doScheduledWalletPayment: {
    request: `version payment:payment orderRef~ orderDate~ scheduledDate walletId cardInd~
      order~:order recurring?~:recurring authentication3DSecure?~:authentication3DSecure
      privateDataList~:privateDataList media~ subMerchant~:subMerchant linkedTransactionId~`,
    response: 'result:result paymentRecordId',
  },
  doRecurrentWalletPayment: {
    request: `version payment:payment orderRef orderDate scheduledDate walletId cardInd~ cvx~
      recurring:recurring privateDataList~:privateDataList order~:order media~
      authentication3DSecure?~:authentication3DSecure linkedTransactionId~`,
    response: 'result:result paymentRecordId billingRecordList:billingRecordList',
  },
  getPaymentRecord: {
    request: 'version contractNumber paymentRecordId',
    response: `result:result recurring:recurring isDisabled~ disableDate~
      billingRecordList:billingRecordList privateDataList~:privateDataList order~:order walletId`,
  },
  updatePaymentRecord: {
    request: 'version~ contractNumber paymentRecordId recurring:recurringForUpdate',
    response: `result:result recurring:recurring isDisabled disableDate
      privateDataList:privateDataList order:order walletId`,
  },
  disablePaymentRecord: {
    request: 'contractNumber paymentRecordId',
    response: 'result:result',
  },
  getBillingRecord: {
    request: 'contractNumber paymentRecordId billingRecordId',
    response: `result:result recurring:recurring isDisabled~ disableDate~
      billingRecord:billingRecord order~:order privateDataList~:privateDataList walletId`,
  },
  updateBillingRecord: {
    request: `contractNumber paymentRecordId billingRecordId
      billingRecordForUpdate:billingRecordForUpdate`,
    response: `result:result recurring:recurring isDisabled~ disableDate~
      billingRecord:billingRecord order~:order privateDataList~:privateDataList walletId`,
  },
  verifyEnrollment: {
    request: `transient~ version card:card payment:payment orderRef mdFieldValue~ userAgent~
      walletId~ walletCardInd~ generateVirtualCvx?~ merchantName~ merchantURL?~
      merchantCountryCode?~ returnURL~ order~:order buyer?~:buyer subMerchant?~:subMerchant
      recurring~:recurring threeDSInfo~:threeDSInfo merchantScore~
      privateDataList~:privateDataList`,
    response: `transient~ result:result actionUrl~ actionMethod~ pareqFieldName~
      pareqFieldValue~ termUrlName~ termUrlValue~ mdFieldName~ mdFieldValue~ mpiResult~
      authentication3DSecure~:authentication3DSecure virtualCvx?~ token?~
      privateDataList~:privateDataList sdkChallenge?~:sdkChallenge`,
  },
  verifyAuthentication: {
    request: `transient~ version contractNumber pares md~ card~:card
      privateDataList~:privateDataList`,
    response: `transient~ result:result authentication3DSecure~:authentication3DSecure
      mpiResult~ privateDataList~:privateDataList`,
  },
  getMerchantSettings: {
    request: 'version~',
    response: 'result:result listPointOfSell{}',
  },
  getEncryptionKey: {
    request: 'version~ merchantKeyName~',
    response: 'result:result key:key',
  },
  getToken: {
    request: 'cardNumber expirationDate~ contractNumber',
    response: `result:result token maskedCardNumber expirationDate virtualCard cardType
      cardProduct acceptanceNetwork bank`,
  },
  getBalance: {
    request: 'version cardID contractNumber',
    response: 'result:result balance{} crdproduct crdprogram crddesign',
  },
  unBlock: {
    request: 'transactionID transactionDate~ version~',
    response: 'result:result',
  },
  doScoringCheque: {
    request: `version payment:payment cheque:cheque order:order privateDataList~:privateDataList
      media~`,
    response: 'result:result transaction:transaction scoringCheque:scoringCheque',
  },
  doBankTransfer: {
    request: `version payment:payment creditor:creditor comment~ transactionID~ orderID
      privateDataList~:privateDataList`,
    response: 'result:result transaction:transaction privateDataList~:privateDataList',
  },
  isRegistered: {
    request: `version payment:payment order:order privateDataList~:privateDataList buyer?~:buyer
      miscData~`,
    response: 'result:result token data',
  },
  prepareSession: {
    request: 'version contractNumber orderRef miscData',
    response: 'result:result data',
  },
} as const;

const extended = {
  getTransactionDetails: {
    request: `version transactionId~ orderRef~ startDate~ endDate~ transactionHistory~
      archiveSearch~`,
    response: `result:result transaction~:transaction payment~:payment
      authorization~:authorization order~:order buyer~:buyer privateDataList~:privateDataList
      card:cardOut extendedCard:extendedCardType
      associatedTransactionsList~:associatedTransactionsList
      statusHistoryList~:statusHistoryList media~ customerMedia:media contractNumber
      paymentAdditionalList?~:paymentAdditionalList bankAccountData~:bankAccountData
      subMerchant~:subMerchant authentication3DSecure?~:authentication3DSecure
      pointOfSell:pointOfSell routingRule:routingRule linkedTransactionId~ travelFileNumber?~`,
  },
  transactionsSearch: {
    request: `version transactionId~ orderRef~ startDate endDate contractNumber~
      authorizationNumber~ returnCode~ paymentMean~ transactionType~ name~ firstName~ email~
      cardNumber~ currency~ minAmount~ maxAmount~ walletId~ sequenceNumber~ token~
      pointOfSellId~ cardNetwork~ threeDSecured~ customerMediaId~`,
    response: 'result:result transactionList~:transactionList',
  },
  getAlertDetails: {
    request: 'version~ AlertId TransactionId TransactionDate~',
    response: `result:result AlertId ExplanationCode?~ ExplanationLabel?~ TransactionStatus
      MerchantLabel PosLabel TransactionId SecurityLevel TransactionDate TransactionAmount
      TransactionCurrency PaymentType PaymentData HolderName?~ ReferenceData CustomerId?~
      BuyerFirstName?~ BuyerLastName?~ CustomerTransHist:CustomerTransHist
      PaymentMeansTransHist:PaymentMeansTransHist AlertsTransHist:AlertsTransHist`,
  },
} as const;

/** By the vendor's name of the service. */
export const messages = {
  WebPaymentAPI: web,
  DirectPaymentAPI: direct,
  ExtendedAPI: extended,
} as const;
