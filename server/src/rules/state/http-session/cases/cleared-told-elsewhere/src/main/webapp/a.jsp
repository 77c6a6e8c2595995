<%-- clean-next state/http-session -- code stores the bean --%>
<jsp:useBean id="user" class="shop.User" scope="session"/>
<%-- expect-next state/http-session warning {attribute=cart} --%>
<jsp:useBean id="cart" class="shop.Cart" scope="session"/>
