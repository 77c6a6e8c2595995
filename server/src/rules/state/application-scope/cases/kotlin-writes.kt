package shop

import jakarta.servlet.ServletContext
import jakarta.servlet.ServletContextEvent
import jakarta.servlet.ServletContextListener
import jakarta.servlet.http.HttpServlet
import jakarta.servlet.http.HttpServletRequest
import jakarta.servlet.http.HttpServletResponse

class NoticeServlet : HttpServlet() {
    override fun doPost(request: HttpServletRequest, response: HttpServletResponse) {
        val context: ServletContext = request.servletContext
        // expect-next state/application-scope warning {attribute=notice}
        context.setAttribute("notice", request.getParameter("text"))
    }
}

class Start : ServletContextListener {
    override fun contextInitialized(event: ServletContextEvent) {
        val context: ServletContext = event.servletContext
        // clean-next state/application-scope -- the same in every replica
        context.setAttribute("version", "1.4")
    }
}
