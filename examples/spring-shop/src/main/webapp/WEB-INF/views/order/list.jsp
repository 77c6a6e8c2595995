<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<%@ include file="../include/header.jsp" %>

<h2>주문 내역</h2>
<table>
    <tr><th>주문 번호</th><th>주문일</th><th>받는 분</th><th>금액</th><th>상태</th></tr>
    <c:forEach var="order" items="${orders}">
        <tr>
            <td>${orderNumbers[order.orderId]}</td>
            <td><fmt:formatDate value="${order.orderedAt}" pattern="yyyy-MM-dd HH:mm"/></td>
            <td><c:out value="${order.receiver}"/></td>
            <td><fmt:formatNumber value="${order.totalPrice}"/>원</td>
            <td>
                <c:choose>
                    <c:when test="${order.status eq 'WAITING'}">입금 대기</c:when>
                    <c:when test="${order.status eq 'PAID'}">결제 완료</c:when>
                    <c:otherwise>취소</c:otherwise>
                </c:choose>
            </td>
        </tr>
    </c:forEach>
</table>

<%@ include file="../include/footer.jsp" %>
