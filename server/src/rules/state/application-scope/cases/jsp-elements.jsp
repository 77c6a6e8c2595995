<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<c:if test="${empty nextTable}">
  <%-- clean-next state/application-scope -- a number for the names of elements, which have to differ within one page --%>
  <c:set var="nextTable" value="${start}" scope="application"/>
</c:if>
<c:set var="tableId" value="table_${nextTable}" scope="request"/>
<%-- clean-next state/application-scope -- so is its next value --%>
<c:set var="nextTable" value="${nextTable + 1}" scope="application"/>
<div id="${tableId}"></div>
<script>
  $('#${tableId} > .open').hide();
</script>

<%-- expect-next state/application-scope warning {attribute=visitors} --%>
<c:set var="visitors" value="${visitors + 1}" scope="application"/>
<p id="visitors-${visitors}">${visitors} visitors so far</p>
