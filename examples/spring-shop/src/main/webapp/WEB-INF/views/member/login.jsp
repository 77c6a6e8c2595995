<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ include file="../include/header.jsp" %>

<h2>로그인</h2>
<form method="post" action="<c:url value='/member/login'/>">
    <p><label>아이디 <input type="text" name="memberId" required></label></p>
    <p><label>비밀번호 <input type="password" name="password" required></label></p>
    <button type="submit">로그인</button>
</form>

<%@ include file="../include/footer.jsp" %>
