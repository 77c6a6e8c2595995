<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" isErrorPage="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ include file="../include/header.jsp" %>

<h2>요청을 처리하지 못했습니다</h2>
<p>잠시 후 다시 시도해 주십시오. 같은 문제가 계속되면 고객센터로 연락해 주십시오.</p>
<p><a href="<c:url value='/'/>">첫 화면으로</a></p>

<%@ include file="../include/footer.jsp" %>
