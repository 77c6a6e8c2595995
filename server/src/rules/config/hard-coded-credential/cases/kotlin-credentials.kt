package kr.shop

import com.zaxxer.hikari.HikariDataSource

class Databases {
    fun open(): HikariDataSource {
        val pool = HikariDataSource()
        pool.setUsername("shop")
        // expect-next config/hard-coded-credential warning
        pool.setPassword("s3cr3t-pa55")
        return pool
    }

    fun fromEnvironment(): HikariDataSource {
        val pool = HikariDataSource()
        // clean-next config/hard-coded-credential -- the environment has it
        pool.setPassword(System.getenv("DB_PASSWORD"))
        return pool
    }
}
