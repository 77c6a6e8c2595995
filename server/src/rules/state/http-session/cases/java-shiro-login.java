package org.acme.login;

import java.util.Set;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.filter.authc.BasicHttpAuthenticationFilter;

class LoginResource {
    public String login(String name, String password) {
        Subject subject = SecurityUtils.getSubject();
        UsernamePasswordToken token = new UsernamePasswordToken(name, password);
        // expect-next state/http-session warning
        subject.login(token);
        return "ok";
    }

    public void check(Client client, String name, String password) {
        // clean-next state/http-session -- some other login
        client.login(new UsernamePasswordToken(name, password));
    }
}

class TokenFilter extends BasicHttpAuthenticationFilter {
    protected boolean executeLogin(String name, String password) {
        // clean-next state/http-session -- each request brings what it logs in with
        SecurityUtils.getSubject().login(new UsernamePasswordToken(name, password));
        return true;
    }
}

class LdapRealm extends AuthorizingRealm {
    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        return infoOf(rolesOf(principals));
    }

    private Set<String> rolesOf(PrincipalCollection principals) {
        Session session = SecurityUtils.getSubject().getSession();
        Set<String> roles = search(principals);
        // clean-next state/http-session -- looked up and stored again by the replica that needs it
        session.setAttribute("subject.roles", roles);
        return roles;
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        Session session = SecurityUtils.getSubject().getSession();
        // expect-next state/http-session error
        session.setAttribute("currentUser", token.getPrincipal());
        return accountOf(token);
    }
}
