/**
 * The objects of the vendor's WSDLs of release 4.77, in the notation of `notation.ts`; all stand in
 * the namespace `http://obj.ws.payline.experian.com`. Spellings are the vendor's (`shippingAdress`).
 */
export const objects = {
  // Result, transaction, payment
  result: 'code shortMessage?~ longMessage?~ partnerCode?~ partnerCodeLabel?~',
  transaction: `id date isDuplicated?~ isPossibleFraud~ fraudResult?~
    fraudResultDetails?~:fraudResultDetails explanation?~ threeDSecure?~ softDescriptor?~
    score?~ scoring?~:scoring externalWalletType?~ externalWalletContractNumber?~
    partnerAdditionalData?~ avs?~:avs customerId?~ type? orderReference?~ payment?~:payment
    pointOfSell?~:pointOfSell card?~:cardOut extendedCard?~:extendedCardType`,
  payment: `amount~ currency action mode contractNumber?~ differedActionDate?~ method?~
    softDescriptor?~ cardBrand?~ registrationToken?~ cumulatedAmount?~`,
  authorization: 'number date authorizedAmount~ authorizedCurrency~ reattempt?~:reattempt',
  reattempt: 'indicator~ frozenPeriod~ allowedDuration~ maxAllowed~',
  fraudResultDetails: 'code shortMessage longMessage',
  scoring: 'partnerId?~ orderId?~ value?~ response?~ errorMessage?~',
  avs: 'result resultFromAcquirer',
  associatedTransactionsList: 'associatedTransactions[0..100]:associatedTransactions',
  associatedTransactions: 'transactionId type date amount status originTransactionId currency?~',
  statusHistoryList: 'statusHistory[0..100]:statusHistory',
  statusHistory: `transactionId date amount fees status originTransactionId amountValue?~
    amountCurrency?~ feesValue?~ feesCurrency?~`,
  transactionList: 'transaction[0..5000]:transaction',
  paymentAdditionalList: 'paymentAdditional[0..100]:paymentAdditional',
  paymentAdditional: `transaction:transaction payment:payment authorization:authorization
    authentication3DSecure?~:authentication3DSecure card?~:cardOut
    extendedCard?~:extendedCardType`,

  // Order
  order: `ref origin?~ country?~ taxes?~ amount currency date details?~:details deliveryTime?~
    deliveryMode?~ deliveryExpectedDate?~ deliveryExpectedDelay?~ deliveryCharge?~
    discountAmount?~ otaPackageType?~ otaDestinationCountry?~ bookingReference?~ orderDetail?~
    orderExtended?~ orderOTA?~`,
  details: 'details[0..100]:orderDetail',
  orderDetail: `ref?~ price?~ quantity?~ comment?~ category?~ brand?~ subcategory1?~
    subcategory2?~ additionalData?~ taxRate?~ seller?~ sellerType?~`,

  // Buyer, owner, addresses
  buyer: `title~ lastName~ firstName~ email~ shippingAdress~:address billingAddress~:address
    accountCreateDate~ accountAverageAmount~ accountOrderCount~ walletId~ walletDisplayed~
    walletSecured~ walletCardInd~ ip~ mobilePhone~ customerId~ legalStatus~ legalDocumentType~
    legalDocument~ birthDate~ fingerprintID~ deviceFingerprint~ isBot~ isIncognito~
    isBehindProxy~ isFromTor~ isEmulator~ isRooted~ hasTimezoneMismatch~ loyaltyMemberType~
    buyerExtended~ merchantAuthentication~:merchantAuthentication`,
  merchantAuthentication: 'method~ date~',
  address: `title?~ name?~ firstName?~ lastName?~ street1?~ street2?~ streetNumber?~ cityName?~
    zipCode?~ country?~ phone?~ state?~ county?~ phoneType?~ addressCreateDate?~ email?~`,
  owner: 'lastName~ firstName~ billingAddress~:addressOwner issueCardDate~',
  addressOwner: 'street~ cityName~ zipCode~ country~ phone~',

  // Card, wallet, bank account
  card: `encryptionKeyId?~ encryptedData?~ number?~ type expirationDate?~ cvx?~
    ownerBirthdayDate?~ password?~ cardPresent?~ cardholder?~ token?~ paymentData?:paymentData
    par?~ tokenRequestorCryptogram?~ tokenRequestorId?~ last4?~ panType?~`,
  paymentData: 'transactionID? network? tokenData?',
  cardOut: 'number?~ type?~ expirationDate?~ cardholder?~ token?~ panType?~',
  extendedCardType: 'country?~ isCvd?~ bank?~ type?~ network?~ product?~',
  wallet: `walletId lastName?~ firstName?~ email?~ shippingAddress?~:address card:card comment?~
    default?~ cardStatus?~ cardBrand?~`,
  cardsList: 'cards[0..99]:cards',
  cards: `walletId lastName~ firstName~ email~ shippingAddress~:address card:card cardInd~
    comment~ isDisabled~ disableDate~ extendedCard~:extendedCardType default~`,
  walletIdList: 'walletId[1..500]',
  contractNumberWalletList: 'contractNumberWallet[0..99]',
  bankAccountData: 'countryCode~ bankCode~ accountNumber~ key~',
  creditor: 'bic iban name',
  cheque: 'number',
  scoringCheque: 'chequeNumber additionalDataResponse terminalId additionalPrivateData',

  // Recurring payments
  recurring: `firstAmount~ amount billingCycle billingLeft billingDay~ startDate~ endDate~
    newAmount~ amountModificationDate~ billingRank~`,
  recurringForUpdate: 'billingLeft~ billingDay~ endDate~ newAmount~ amountModificationDate~',
  billingRecordList: 'billingRecord[0..100]:billingRecord',
  billingRecord: `date amount status result?~:result transaction?~:transaction
    authorization?~:authorization nbTry?~ rank?~`,
  billingRecordForUpdate: 'date~ amount~ status~ executionDate~',

  // 3-D Secure
  authentication3DSecure: `md?~ pares?~ xid?~ eci?~ cavv?~ cavvAlgorithm?~ vadsResult?~
    typeSecurisation?~ PaResStatus?~ VeResStatus?~ resultContainer?~ authenticationResult?~`,
  threeDSInfo: `challengeInd~ threeDSReqPriorAuthData~ threeDSReqPriorAuthMethod~
    threeDSReqPriorAuthTimestamp~ browser~:browser sdk~:sdk threeDSMethodNotificationURL~
    threeDSMethodResult~ challengeWindowSize~`,
  browser: `acceptHeader~ javaEnabled~ javascriptEnabled~ language~ colorDepth~ screenHeight~
    screenWidth~ timeZoneOffset~ userAgent~`,
  sdk: `deviceRenderingOptionsIF~ deviceRenderOptionsUI~ appID~ ephemPubKey~ maxTimeout~
    referenceNumber~ transID~ encData~`,
  sdkChallenge: `cardType threeDSServerTransID threeDSVersion authenticationType transStatus
    sdkTransID dsTransID acsTransID acsRenderingType acsReferenceNumber acsSignedContent
    acsOperatorID acsChallengeMandated`,

  // Lists and free data
  selectedContractList: 'selectedContract[1..25]',
  privateDataList: 'privateData[0..100]:privateData',
  privateData: 'key value',
  miscData: 'miscDataPair[0..100]:miscDataPair',
  miscDataPair: 'key value~',
  media: 'id label operatingSystem browser userAgent',
  routingRule: 'id?~ sourceContractNumber?~ targetContractNumber?~',
  subMerchant: `subMerchantId subMerchantName~ subMerchantMCC subMerchantSIRET~
    subMerchantTaxCode~ subMerchantStreet~ subMerchantCity~ subMerchantZipCode~
    subMerchantCountry~ subMerchantState~ subMerchantEmailAddress~ subMerchantPhoneNumber~`,
  key: `keyId:integer modulus merchantKeyName publicExponent expirationDate cipher~ algo~
    size~:integer`,

  // Merchant settings
  pointOfSell: `id?~ siret~ codeMcc~:categoryCode label~ webmasterEmail~ comments?~ webstoreURL~
    notificationURL~ privateLifeURL?~ saleCondURL?~ buyerMustAcceptSaleCond?~:boolean
    endOfPaymentRedirection?~:boolean ticketSend~:ticketSend contracts{}
    virtualTerminal~:virtualTerminal customPaymentPageCodeList{} reference?~`,
  ticketSend: 'toBuyer~:boolean toMerchant~:boolean',
  contract: `cardType~ label?~ contractNumber~ currency~ settlementType:settlementType
    maxAmountPerTransaction~:int technicalData~:technicalData bankAccount~:bankAccount
    acquirerInterlocutor~:interlocutor description~ logoEnable:boolean smallLogoMime?
    smallLogo?:base64Binary normalLogoMime? normalLogo?:base64Binary contribution?:contribution
    enrolment3DS?`,
  technicalData: 'terminalNumber~ GTInstance~ paymentProfil~',
  bankAccount: 'bankCode~ bankNumber~ iban~:iban rib~:rib',
  iban: 'CountryCode~ checkKey~ BBAN~ BIC~',
  rib: 'tellerCode~ accountNumber~ key~',
  interlocutor: `firstName~ lastName~ email~ phone~ mobile~ fax~
    addressInterlocutor~:addressInterlocutor`,
  addressInterlocutor: 'street1~ street2~ city~ zipCode~ state~ country~',
  contribution: `enable:boolean type~ value~ nbFreeTransaction~ minAmountTransaction~
    maxAmountTransaction~`,
  virtualTerminal: 'label inactivityDelay:int logo? functions{}',
  virtualTerminalFunction: 'function:terminalFunction label functionParameter[1..*]',
  customPaymentPageCode: 'code~ label~ type~',

  // Fraud alerts (getAlertDetails)
  CustomerTransHist: 'CustomerTrans[0..*]:CustomerTrans',
  CustomerTrans: `IsLCLFAlerted ExternalTransactionId ReferenceOrder CardCode TransactionDate
    Amount Status PosLabel`,
  PaymentMeansTransHist: 'PaymentMeansTrans[0..*]:PaymentMeansTrans',
  PaymentMeansTrans: `IsLCLFAlerted ExternalTransactionId ReferenceOrder CustomerData?~
    TransactionDate Amount Status PosLabel`,
  AlertsTransHist: 'AlertsTrans[0..*]:AlertsTrans',
  AlertsTrans: 'AlertId ExplanationLabel ExplanationCode RuleName RuleAction?~ RuleCriteria?~',

  // Declared, but used by no operation of 4.77
  capture: 'transactionID payment:payment',
  refund: 'transactionID payment:payment',
  captureAuthorizationList: 'capture[1..5000]:capture',
  refundAuthorizationList: 'refund[1..5000]:refund',
  resetAuthorizationList: 'transactionID[1..5000]',
  failedListObject: 'failedObject[1..5000]:transaction',
  failedObject: 'transactionID result:result',
  connectionData: 'merchantId userId password secretQuestion secretAnswer',
  option: 'id subscribed~:boolean endDate~:dateTime',
} as const;

/** Objects without a name of their own: their children stand in the namespace around them. */
export const inline = {
  listPointOfSell: 'pointOfSell[0..*]:pointOfSell',
  balance: 'amount? currency?',
  contracts: 'contract[0..*]:contract',
  customPaymentPageCodeList: 'customPaymentPageCode[0..*]:customPaymentPageCode',
  functions: 'function[1..*]:virtualTerminalFunction',
} as const;

export type ObjectName = keyof typeof objects;
