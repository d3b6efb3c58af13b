import facade.ExternalOrderFacade;
import facade.ExternalOrderFacade_Service;
import facade.OrderUpdateResult;
import facade.SimpleProductOperation;
import orders.CloseOrderResult;
import orders.ExternalOrderService;
import orders.ExternalOrderService_Service;
import orders.MovementData;
import orders.OrderDetailsData;
import orders.PaymentInfo;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPElement;
import javax.xml.soap.SOAPException;
import javax.xml.soap.SOAPHeader;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Holder;
import javax.xml.ws.handler.Handler;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;

/** Buys two entries as an unmodified client on JAX-WS: create, close, read. Prints what it was told. */
public class Buy {
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  /** Puts the UsernameToken into the header of what is sent. */
  static class Login implements SOAPHandler<SOAPMessageContext> {
    public boolean handleMessage(SOAPMessageContext context) {
      if (!(Boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY)) return true;
      try {
        var envelope = context.getMessage().getSOAPPart().getEnvelope();
        SOAPHeader header = envelope.getHeader() == null ? envelope.addHeader() : envelope.getHeader();
        SOAPElement security = header.addChildElement("Security", "wsse", WSSE);
        SOAPElement token = security.addChildElement("UsernameToken", "wsse");
        token.addChildElement("Username", "wsse").addTextNode("MOSA_B2C");
        token.addChildElement("Password", "wsse").addTextNode("P@ssw0rd");
        return true;
      } catch (SOAPException error) {
        throw new IllegalStateException(error);
      }
    }

    public boolean handleFault(SOAPMessageContext context) {
      return true;
    }

    public void close(MessageContext context) {}

    public Set<QName> getHeaders() {
      return Set.of();
    }
  }

  static <T> T loggedIn(T port) {
    ((BindingProvider) port).getBinding().setHandlerChain(List.<Handler>of(new Login()));
    return port;
  }

  static URL wsdl(String name) throws Exception {
    return new URL(System.getenv(name));
  }

  static OrderUpdateResult create() throws Exception {
    var service = new ExternalOrderFacade_Service(wsdl("FACADE"));
    ExternalOrderFacade port = loggedIn(service.getExternalOrderFacadePort());
    var entries = new SimpleProductOperation();
    entries.setAudienceSubCategoryId(306159078L);
    entries.setQuantity(2);
    entries.setItemId(466638397L);
    var purchaser = new facade.PurchaserInfo();
    purchaser.setContactReference("5442");
    return port.createOrUpdateOrder(
        null, 10228166972627L, null, null, "SALE", List.of(purchaser), null, null,
        List.of(entries), null, null, null, null, null);
  }

  static CloseOrderResult close(ExternalOrderService port, long orderId) {
    var payment = new PaymentInfo();
    payment.setAmount(34000L);
    payment.setPaymentMethodId(16370L);
    var payer = new orders.PurchaserInfo();
    payer.setContactReference("5443");
    return port.closeOrder(null, payer, orderId, true, 2000, "SALE", List.of(payment), null);
  }

  public static void main(String[] arguments) throws Exception {
    OrderUpdateResult created = create();
    long orderId = created.getOrderUpdateData().getOrderId();
    var service = new ExternalOrderService_Service(wsdl("ORDERS"));
    ExternalOrderService port = loggedIn(service.getExternalOrderServicePort());
    CloseOrderResult closed = close(port, orderId);
    OrderDetailsData details = port.getOrderDetails(null, orderId, null).getOrderDetailsData();
    String barCodes =
        details.getMovementDatas().stream()
            .map(MovementData::getBarcode)
            .collect(Collectors.joining("\",\"", "[\"", "\"]"));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(
        "{\"orderId\":%d,\"statuses\":[\"%s\",\"%s\"],\"orderState\":\"%s\",\"saleAmount\":%d,"
            + "\"product\":\"%s\",\"barCodes\":%s}%n",
        orderId,
        created.getStatusCode(),
        closed.getStatusCode(),
        details.getOrderState(),
        details.getSaleAmount(),
        details.getOperationDatas().get(0).getProduct(),
        barCodes);
  }
}
