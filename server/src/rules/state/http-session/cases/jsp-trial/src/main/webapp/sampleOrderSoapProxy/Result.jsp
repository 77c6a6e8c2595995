<%-- clean-next state/http-session -- written by a development environment to try a web service out --%>
<jsp:useBean id="sampleOrderSoapProxyid" scope="session" class="shop.OrderSoapProxy" />
<% sampleOrderSoapProxyid.setEndpoint(request.getParameter("endpoint")); %>
