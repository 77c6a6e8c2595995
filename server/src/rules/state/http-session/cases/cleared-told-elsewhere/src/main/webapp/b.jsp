<%-- clean-next state/http-session -- an earlier page tells of it --%>
<jsp:useBean id="cart" class="shop.Cart" scope="session"/>
