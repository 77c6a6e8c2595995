<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%
    Integer hits = (Integer) application.getAttribute("hits");
    // expect-next state/application-scope error {attribute=hits}
    application.setAttribute("hits", hits + 1);
    //          ^^^^^^^^^^^^ -- carets pin the exact span
    // clean-next state/application-scope -- a constant
    application.setAttribute("crlf", "\r\n");
    // clean-next state/application-scope -- a path of the deployment
    application.setAttribute("root", request.getContextPath());
    // expect-next state/application-scope warning {attribute=notice}
    application.setAttribute("notice", request.getParameter("notice"));
    // clean-next state/application-scope -- lives for one request
    request.setAttribute("hits", hits);
    // application.setAttribute("commented", hits);
%>
<%-- expect-next state/application-scope warning {attribute=board} --%>
<jsp:useBean id="board" class="shop.Board" scope="application"/>
<%-- clean-next state/application-scope -- only looks for the bean --%>
<jsp:useBean id="menu" type="shop.Menu" scope="application"/>
<%-- clean-next state/application-scope -- a constant --%>
<c:set var="title" value="Shop" scope="application"/>
<%-- expect-next state/application-scope warning {attribute=last} --%>
<c:set var="last" value="${param.q}" scope="application"/>
<%-- clean-next state/application-scope -- a setting of the release --%>
<spring:eval expression="@environment.getProperty('analytics.enabled')" scope="application" var="analyticsEnabled"/>
<%-- expect-next state/application-scope warning {attribute=newest} --%>
<spring:eval expression="@orderService.newest()" scope="application" var="newest"/>
<p>${applicationScope.hits}</p>
