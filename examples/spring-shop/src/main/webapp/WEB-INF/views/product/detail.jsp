<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ page import="kr.co.dongne.shop.domain.Product" %>
<jsp:useBean id="recentProducts" class="kr.co.dongne.shop.domain.RecentProducts" scope="session"/>
<%
    recentProducts.add((Product) request.getAttribute("product"));
%>
<%@ include file="../include/header.jsp" %>

<h2><c:out value="${product.name}"/></h2>
<c:if test="${not empty product.image}">
    <img src="<c:url value='/image/${fn:substringBefore(product.image, ".")}_s.jpg'/>" alt="<c:out value='${product.name}'/>">
</c:if>
<p><c:out value="${product.description}"/></p>
<dl>
    <dt>가격</dt>
    <dd><fmt:formatNumber value="${product.price}"/>원</dd>
    <dt>주문 가능 수량</dt>
    <dd>${available}개</dd>
    <dt>조회수</dt>
    <dd><fmt:formatNumber value="${viewCount}"/></dd>
</dl>

<form method="post" action="<c:url value='/cart/add'/>">
    <input type="hidden" name="productId" value="${product.productId}">
    <input type="number" name="quantity" value="1" min="1">
    <button type="submit">장바구니에 담기</button>
</form>

<h3>최근 본 상품</h3>
<ul>
    <c:forEach var="recent" items="${recentProducts.products}">
        <li><a href="<c:url value='/product/${recent.key}'/>"><c:out value="${recent.value}"/></a></li>
    </c:forEach>
</ul>

<%@ include file="../include/footer.jsp" %>
