/**
 * What no journal, log or report may show: card numbers and what stands for one, codes of cards and
 * people, keys, bank accounts. By object or operation, then element.
 */
const secrets: Readonly<Record<string, readonly string[]>> = {
  card: [
    'encryptedData',
    'number',
    'cvx',
    'ownerBirthdayDate',
    'password',
    'token',
    'tokenRequestorCryptogram',
  ],
  paymentData: ['tokenData'],
  authentication3DSecure: ['pares', 'cavv'],
  bankAccountData: ['accountNumber', 'key'],
  creditor: ['iban'],
  cheque: ['number'],
  scoringCheque: ['chequeNumber'],
  iban: ['BBAN'],
  rib: ['accountNumber', 'key'],
  connectionData: ['password', 'secretQuestion', 'secretAnswer'],
  doImmediateWalletPayment: ['cvx'],
  doRecurrentWalletPayment: ['cvx'],
  verifyEnrollment: ['virtualCvx'],
  verifyAuthentication: ['pares'],
  getToken: ['cardNumber'],
  getBalance: ['cardID'],
  transactionsSearch: ['cardNumber'],
};

export const isSecret = (owner: string, element: string): boolean =>
  secrets[owner]?.includes(element) ?? false;
