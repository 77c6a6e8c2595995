<%@ Application %>
