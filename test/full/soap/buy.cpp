// Buys two entries as a client on gSOAP: create, close, read. Prints what it was told.
// ns1 is the facade and ns2 the order service: wsdl2h numbers them as it reads them.
#include "ExternalOrderFacadeBinding.nsmap"
#include "wsseapi.h"
#include <iostream>
#include <string>

namespace {

// Optional elements are pointers; soap_end frees what they point at.
template <class T> T *given(struct soap *soap, T value) {
  T *kept = static_cast<T *>(soap_malloc(soap, sizeof(T)));
  *kept = value;
  return kept;
}

std::string *text(struct soap *soap, const char *value) {
  std::string *kept = soap_new_std__string(soap);
  *kept = value;
  return kept;
}

void logIn(struct soap *soap) {
  soap_wsse_delete_Security(soap);
  soap_wsse_add_UsernameTokenText(soap, "UsernameToken-1", "MOSA_B2C", "P@ssw0rd");
}

int failed(struct soap *soap) {
  soap_print_fault(soap, stderr);
  return 1;
}

std::string withoutQuery(const char *wsdl) {
  const std::string address = wsdl;
  return address.substr(0, address.find('?'));
}

int create(struct soap *soap, const std::string &facade, _ns1__createOrUpdateOrderResponse &told) {
  _ns1__createOrUpdateOrder call;
  call.pointOfSalesId = 10228166972627LL;
  call.orderType = text(soap, "SALE");
  ns1__PurchaserInfo purchaser;
  purchaser.contactReference = text(soap, "5442");
  call.purchasersInfo.push_back(&purchaser);
  ns1__SimpleProductOperation entries;
  entries.audienceSubCategoryId = given<LONG64>(soap, 306159078);
  entries.quantity = given(soap, 2);
  entries.itemId = given<LONG64>(soap, 466638397);
  call.simpleProductOperations.push_back(&entries);
  logIn(soap);
  return soap_call___ns1__createOrUpdateOrder(soap, facade.c_str(), nullptr, &call, told);
}

int close(struct soap *soap, const std::string &orders, LONG64 orderId,
          _ns2__closeOrderResponse &told) {
  _ns2__closeOrder call;
  call.orderId = orderId;
  call.generateBarCodes = given(soap, true);
  call.maxWaitingTime = given(soap, 2000);
  ns2__PurchaserInfo payer;
  payer.contactReference = text(soap, "5443");
  call.purchaserInfo = &payer;
  ns2__PaymentInfo payment;
  payment.amount = given<LONG64>(soap, 34000);
  payment.paymentMethodId = given<LONG64>(soap, 16370);
  call.payments.push_back(&payment);
  logIn(soap);
  return soap_call___ns2__closeOrder(soap, orders.c_str(), nullptr, &call, told);
}

} // namespace

int main() {
  const std::string facade = withoutQuery(getenv("FACADE"));
  const std::string orders = withoutQuery(getenv("ORDERS"));
  struct soap *soap = soap_new1(SOAP_C_UTFSTRING);

  _ns1__createOrUpdateOrderResponse created;
  if (create(soap, facade, created) != SOAP_OK) return failed(soap);
  const LONG64 orderId = created.OrderUpdateResult->orderUpdateData->orderId;

  _ns2__closeOrderResponse closed;
  if (close(soap, orders, orderId, closed) != SOAP_OK) return failed(soap);

  _ns2__getOrderDetails asked;
  asked.orderId = orderId;
  _ns2__getOrderDetailsResponse read;
  logIn(soap);
  if (soap_call___ns2__getOrderDetails(soap, orders.c_str(), nullptr, &asked, read) != SOAP_OK) {
    return failed(soap);
  }
  const auto &details = *read.OrderDetailResult->orderDetailsData;

  std::cout << "{\"orderId\":" << orderId << ",\"statuses\":[\""
            << created.OrderUpdateResult->statusCode << "\",\""
            << closed.CloseOrderResult->statusCode << "\"],\"orderState\":\"" << details.orderState
            << "\",\"saleAmount\":" << details.saleAmount << ",\"product\":\""
            << details.operationDatas.at(0)->product << "\",\"barCodes\":[";
  for (size_t at = 0; at < details.movementDatas.size(); at += 1) {
    std::cout << (at == 0 ? "\"" : ",\"") << *details.movementDatas[at]->barcode << "\"";
  }
  std::cout << "]}" << std::endl;
  soap_destroy(soap);
  soap_end(soap);
  soap_free(soap);
  return 0;
}
