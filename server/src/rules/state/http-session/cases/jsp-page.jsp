<%@ page contentType="text/html; charset=UTF-8" import="shop.Cart" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<%-- expect-next state/http-session error {attribute=cart} --%>
<jsp:useBean id="cart" class="shop.Cart" scope="session"/>
<%--                                     ^^^^^^^^^^^^^^^ carets pin the exact span --%>
<%-- clean-next state/http-session -- only looks for the bean --%>
<jsp:useBean id="user" type="shop.User" scope="session"/>
<%-- clean-next state/http-session -- lives for one request --%>
<jsp:useBean id="form" class="shop.Form" scope="request"/>
<%-- expect-next state/http-session warning {attribute=step} --%>
<c:set var="step" value="2" scope="session"/>
<%-- clean-next state/http-session -- a read --%>
<c:if test="${sessionScope.step == 2}">${sessionScope.user.name}</c:if>
<%-- clean-next state/http-session -- a removal --%>
<c:remove var="step" scope="session"/>
<%-- expect-next state/http-session info --%>
<fmt:setLocale value="ko" scope="session"/>
<%
    // session.setAttribute("commented", "out");
    HttpSession s = request.getSession();
    // expect-next state/http-session warning {attribute=visits}
    session.setAttribute("visits", 1);
    //      ^^^^^^^^^^^^ -- carets pin the exact span
    // expect-next state/http-session warning {attribute=user}
    s.setAttribute("user", new User());
    // expect-next state/http-session warning {attribute=LOGIN}
    request.getSession(true).putValue(Keys.LOGIN, "kim");
    // expect-next state/http-session warning {attribute=basket}
    pageContext.setAttribute("basket", cart, PageContext.SESSION_SCOPE);
    // clean-next state/http-session -- null removes the attribute
    session.setAttribute("user", null);
    // clean-next state/http-session -- lives for one request
    request.setAttribute("page", "cart");
    String text = "session.setAttribute(\"quoted\", 1);";
%>
<%= session.getAttribute("user") %>
