<%@ page pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<!DOCTYPE html>
<html lang="ko">
<head>
    <meta charset="UTF-8">
    <title>동네상점</title>
    <link rel="stylesheet" href="<c:url value='/static/css/shop.css'/>">
</head>
<body>
<header>
    <h1><a href="<c:url value='/'/>">동네상점</a></h1>
    <nav>
        <c:choose>
            <c:when test="${not empty sessionScope.loginUser}">
                <span><c:out value="${sessionScope.loginUser.name}"/>님</span>
                <a href="<c:url value='/order/list'/>">주문 내역</a>
                <c:if test="${sessionScope.loginUser.admin}">
                    <a href="<c:url value='/admin/product/form'/>">상품 관리</a>
                </c:if>
                <form method="post" action="<c:url value='/member/logout'/>">
                    <button type="submit">로그아웃</button>
                </form>
            </c:when>
            <c:otherwise>
                <a href="<c:url value='/member/login'/>">로그인</a>
            </c:otherwise>
        </c:choose>
        <a href="<c:url value='/cart'/>">장바구니</a>
    </nav>
</header>
<main>
<c:if test="${not empty message}">
    <p class="message"><c:out value="${message}"/></p>
</c:if>
