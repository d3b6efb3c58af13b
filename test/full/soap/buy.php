<?php
// Buys two entries as an unmodified PHP client: create, close, read. Prints what it was told.
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

$token = '<w:Security xmlns:w="' . WSSE . '"><w:UsernameToken>'
    . '<w:Username>MOSA_B2C</w:Username><w:Password>P@ssw0rd</w:Password>'
    . '</w:UsernameToken></w:Security>';
$security = new SoapHeader(WSSE, 'Security', new SoapVar($token, XSD_ANYXML));

function client(string $wsdl, SoapHeader $security): SoapClient
{
    $options = ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS];
    $client = new SoapClient(getenv($wsdl), $options);
    $client->__setSoapHeaders([$security]);
    return $client;
}

$facade = client('FACADE', $security);
$orders = client('ORDERS', $security);

$created = $facade->createOrUpdateOrder([
    'pointOfSalesId' => 10228166972627,
    'orderType' => 'SALE',
    'purchasersInfo' => [['contactReference' => '5442']],
    'simpleProductOperations' => [
        ['audienceSubCategoryId' => 306159078, 'quantity' => 2, 'itemId' => 466638397],
    ],
])->OrderUpdateResult;
$orderId = $created->orderUpdateData->orderId;

$closed = $orders->closeOrder([
    'orderId' => $orderId,
    'generateBarCodes' => true,
    'maxWaitingTime' => 2000,
    'purchaserInfo' => ['contactReference' => '5443'],
    'payments' => [['amount' => 34000, 'paymentMethodId' => 16370]],
])->CloseOrderResult;

$details = $orders->getOrderDetails(['orderId' => $orderId])->OrderDetailResult->orderDetailsData;
$barCodes = array_map(fn ($movement) => $movement->barcode, $details->movementDatas);
echo json_encode([
    'orderId' => $orderId,
    'statuses' => [$created->statusCode, $closed->statusCode],
    'orderState' => $details->orderState,
    'saleAmount' => $details->saleAmount,
    'product' => $details->operationDatas[0]->product,
    'barCodes' => $barCodes,
]), "\n";
