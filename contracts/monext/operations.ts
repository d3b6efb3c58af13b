import { Type } from '@sinclair/typebox';
import { described, List } from '#kit/types.ts';
import { later, operationsOf, reading } from './operation.ts';

const web = operationsOf('WebPaymentAPI');
const direct = operationsOf('DirectPaymentAPI');
const extended = operationsOf('ExtendedAPI');

const webPayments = {
  doWebPayment: later(web('doWebPayment', 'Opens a session on the payment page.')),
  getWebPaymentDetails: later(
    web('getWebPaymentDetails', 'What became of a session on the payment page.'),
  ),
  manageWebWallet: later(web('manageWebWallet', 'Opens a page on which a wallet is managed.')),
  createWebWallet: later(web('createWebWallet', 'Opens a page on which a wallet is made.')),
  updateWebWallet: later(web('updateWebWallet', 'Opens a page on which a wallet is changed.')),
  getWebWallet: later(web('getWebWallet', 'What became of a session on a wallet page.')),
};

const cardPayments = {
  doAuthorization: direct('doAuthorization', 'Asks the bank for a payment by card.'),
  doCapture: direct('doCapture', 'Takes money that was authorised, all or part of it.'),
  doReAuthorization: direct('doReAuthorization', 'Authorises a payment anew, without the card.'),
  doDebit: direct('doDebit', 'Takes money that was authorised elsewhere.'),
  doRefund: direct('doRefund', 'Gives captured money back, all or part of it.'),
  doReset: direct('doReset', 'Cancels what is not settled yet, all or part of it.'),
  doCredit: direct('doCredit', 'Sends money to a card.'),
  doAuthorizationRedirect: later(
    direct('doAuthorizationRedirect', 'Asks for a payment that needs the buyer’s browser.'),
  ),
};

const wallets = {
  createWallet: later(direct('createWallet', 'Keeps a card of a buyer.')),
  updateWallet: later(direct('updateWallet', 'Changes what a wallet holds.')),
  getWallet: later(direct('getWallet', 'A wallet with its card.')),
  getCards: later(direct('getCards', 'All cards of a wallet.')),
  disableWallet: later(direct('disableWallet', 'Puts wallets out of use.')),
  enableWallet: later(direct('enableWallet', 'Puts a wallet to use again.')),
  doImmediateWalletPayment: later(direct('doImmediateWalletPayment', 'Pays by wallet now.')),
  doScheduledWalletPayment: later(direct('doScheduledWalletPayment', 'Pays by wallet later.')),
  doRecurrentWalletPayment: later(
    direct('doRecurrentWalletPayment', 'Pays by wallet, again and again.'),
  ),
  getPaymentRecord: later(direct('getPaymentRecord', 'A payment that is made in parts.')),
  updatePaymentRecord: later(direct('updatePaymentRecord', 'Changes what is still to be paid.')),
  disablePaymentRecord: later(direct('disablePaymentRecord', 'Stops what is still to be paid.')),
  getBillingRecord: later(direct('getBillingRecord', 'One part of such a payment.')),
  updateBillingRecord: later(direct('updateBillingRecord', 'Changes one part of it.')),
};

const authentication = {
  verifyEnrollment: later(direct('verifyEnrollment', 'Starts 3-D Secure for a card.')),
  verifyAuthentication: later(direct('verifyAuthentication', 'Ends 3-D Secure for a card.')),
};

const others = {
  getMerchantSettings: reading(
    direct('getMerchantSettings', 'Points of sale and their contracts.'),
  ),
  getEncryptionKey: later(direct('getEncryptionKey', 'A key to send cards encrypted.')),
  getToken: later(direct('getToken', 'The token that stands for a card.')),
  getBalance: later(direct('getBalance', 'What a gift card is worth.')),
  unBlock: later(direct('unBlock', 'Lets a payment go on that fraud rules stopped.')),
  doScoringCheque: later(direct('doScoringCheque', 'How far a cheque is to be trusted.')),
  doBankTransfer: later(direct('doBankTransfer', 'Sends money to a bank account.')),
  isRegistered: later(direct('isRegistered', 'Whether a partner knows a buyer.')),
  prepareSession: later(direct('prepareSession', 'Prepares a payment with a partner.')),
};

const searches = {
  getTransactionDetails: reading(
    extended('getTransactionDetails', 'One transaction with all that is known of it.'),
  ),
  transactionsSearch: reading(extended('transactionsSearch', 'Transactions between two dates.')),
  getAlertDetails: later(extended('getAlertDetails', 'Why fraud rules stopped a payment.')),
};

const Directory = Type.Object(
  {
    urls: described('Where the services are, in order of preference.', List(Type.String())),
    ttl: described('Seconds for which this holds.', Type.Integer()),
  },
  { additionalProperties: false },
);

const directory = {
  getServiceEndpoints: {
    method: 'GET',
    path: '/services/servicesendpoints/SOAP/{merchantId}',
    summary: 'Addresses of the SOAP services: where a client goes on when one does not answer.',
    evidence: 'public',
    access: 'none',
    request: Type.Object({ merchantId: Type.String() }),
    result: Directory,
    response: Directory,
  },
} as const;

export const operations = {
  ...webPayments,
  ...cardPayments,
  ...wallets,
  ...authentication,
  ...others,
  ...searches,
  ...directory,
} as const;
