<?php
// Monext's direct flows as PHP's own SOAP client has them, by nothing but the WSDL.
ini_set('default_socket_timeout', '20');
set_error_handler(function (int $level, string $text): never {
    throw new ErrorException($text, 0, $level);
});

function client(string $service): SoapClient
{
    return new SoapClient(getenv('WSDL') . "/$service?wsdl", [
        'cache_wsdl' => WSDL_CACHE_NONE,
        'login' => '12345678901234',
        'password' => 'abCdeFgHiJKLmNoPqrst',
        'exceptions' => true,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    ]);
}

$direct = client('DirectPaymentAPI');
$extended = client('ExtendedAPI');
$told = [];

/** @param list<mixed> $more */
$tell = function (string $step, object $answer, ...$more) use (&$told): object {
    $told[] = [$step, $answer->result->code, ...$more];
    return $answer;
};

$pays = fn(array $fields = []) => $fields + [
    'amount' => '6000', 'currency' => '978', 'action' => '100', 'mode' => 'CPT',
    'contractNumber' => '1234567',
];
$card = [
    'number' => '4970100000325734', 'type' => 'CB', 'expirationDate' => '1230', 'cvx' => '123',
];
$order = fn(string $ref, string $amount = '6000') => [
    'ref' => $ref, 'amount' => $amount, 'currency' => '978', 'date' => '04/03/2026 09:59',
    'details' => ['details' => [['ref' => 'COAT', 'price' => $amount, 'quantity' => '1']]],
];

$paid = $tell('authorise', $direct->doAuthorization([
    'version' => '34', 'bankAccountData' => [], 'payment' => $pays(), 'card' => $card, 'order' => $order('PHP-1'),
    'buyer' => ['lastName' => 'Lecomte', 'firstName' => 'Zoé'],
]));
$id = $paid->transaction->id;

$tell('authorise again', $direct->doAuthorization([
    'version' => '34', 'bankAccountData' => [], 'payment' => $pays(), 'card' => $card, 'order' => $order('PHP-1'),
]));
$follow = fn(string $action, string $amount, string $sequence) => [
    'version' => '34', 'transactionID' => $id,
    'payment' => $pays(['action' => $action, 'amount' => $amount]),
    'sequenceNumber' => $sequence,
];
$tell('capture', $direct->doCapture($follow('201', '4000', '1')));
$tell('capture too much', $direct->doCapture($follow('201', '4000', '2')));
$tell('refund', $direct->doRefund($follow('421', '1500', '3')));
$tell('details', $details = $extended->getTransactionDetails([
    'version' => '34', 'transactionId' => $id, 'transactionHistory' => 'Y',
]), $details->order->ref, count($details->associatedTransactionsList->associatedTransactions));

$other = $tell('authorise another', $direct->doAuthorization([
    'version' => '34', 'bankAccountData' => [], 'payment' => $pays(['amount' => '700']), 'card' => $card,
    'order' => $order('PHP-2', '700'),
]));
$tell('reset', $direct->doReset([
    'version' => '34', 'transactionID' => $other->transaction->id, 'comment' => 'Une erreur, été',
]));
$tell('reauthorise', $direct->doReAuthorization([
    'version' => '34', 'transactionID' => $id,
    'payment' => $pays(['action' => '202', 'amount' => '2000']),
    'order' => $order('PHP-3', '2000'),
]));
$tell('debit', $direct->doDebit([
    'version' => '34', 'payment' => $pays(['action' => '204']), 'card' => $card,
    'order' => $order('PHP-4'),
    'authorization' => ['number' => '662662', 'date' => '04/03/2026 09:00'],
]));
$tell('credit', $direct->doCredit([
    'version' => '34', 'payment' => $pays(['action' => '422']), 'card' => $card,
    'order' => $order('PHP-5'),
]));
$tell('refused', $direct->doAuthorization([
    'version' => '34', 'bankAccountData' => [], 'payment' => $pays(['amount' => '33305']), 'card' => $card,
    'order' => $order('PHP-6', '33305'),
]));
$tell('wrong', $wrong = $direct->doAuthorization([
    'version' => '34', 'bankAccountData' => [], 'payment' => $pays(), 'card' => $card, 'order' => $order(''),
]), $wrong->result->longMessage);
$tell('search', $found = $extended->transactionsSearch([
    'version' => '34', 'startDate' => '04/03/2026', 'endDate' => '04/03/2026',
    'orderRef' => 'PHP-1',
]), count($found->transactionList->transaction));
$tell('settings', $known = $direct->getMerchantSettings(['version' => '34']),
    count($known->listPointOfSell->pointOfSell));

echo json_encode($told, JSON_UNESCAPED_UNICODE), "\n";
