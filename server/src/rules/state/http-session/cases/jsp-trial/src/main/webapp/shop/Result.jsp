<%-- expect-next state/http-session {attribute=sampleOrders} --%>
<jsp:useBean id="sampleOrders" scope="session" class="shop.Orders" />
