package kr.co.shop;

import org.eclipse.microprofile.health.HealthCheck;

class Database implements HealthCheck {
}
