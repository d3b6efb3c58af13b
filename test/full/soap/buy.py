# Buys two entries as an unmodified client on zeep: create, close, read. Prints what it was told.
import json
import os

from zeep import Client
from zeep.wsse.username import UsernameToken


def service(wsdl):
    return Client(os.environ[wsdl], wsse=UsernameToken("MOSA_B2C", "P@ssw0rd")).service


facade, orders = service("FACADE"), service("ORDERS")

created = facade.createOrUpdateOrder(
    pointOfSalesId=10228166972627,
    orderType="SALE",
    purchasersInfo=[{"contactReference": "5442"}],
    simpleProductOperations=[
        {"audienceSubCategoryId": 306159078, "quantity": 2, "itemId": 466638397}
    ],
)
order_id = created.orderUpdateData.orderId

closed = orders.closeOrder(
    orderId=order_id,
    generateBarCodes=True,
    maxWaitingTime=2000,
    purchaserInfo={"contactReference": "5443"},
    payments=[{"amount": 34000, "paymentMethodId": 16370}],
)

details = orders.getOrderDetails(orderId=order_id).orderDetailsData
print(
    json.dumps(
        {
            "orderId": order_id,
            "statuses": [created.statusCode, closed.statusCode],
            "orderState": details.orderState,
            "saleAmount": details.saleAmount,
            "product": details.operationDatas[0].product,
            "barCodes": [movement.barcode for movement in details.movementDatas],
        }
    )
)
