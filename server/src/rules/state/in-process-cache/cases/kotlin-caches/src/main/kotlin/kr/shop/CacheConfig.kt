package kr.shop

import org.springframework.cache.CacheManager
import org.springframework.cache.annotation.CacheEvict
import org.springframework.cache.annotation.Cacheable
import org.springframework.cache.annotation.EnableCaching
import org.springframework.cache.concurrent.ConcurrentMapCacheManager
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.stereotype.Service

@Configuration
@EnableCaching
class CacheConfig {
    // expect-next state/in-process-cache warning
    @Bean fun cacheManager(): CacheManager = ConcurrentMapCacheManager("products")
}

@Service
class ProductService(private val productRepository: ProductRepository) {
    @Cacheable("products")
    fun find(id: Long) = productRepository.findById(id)

    @CacheEvict("products")
    fun rename(id: Long, name: String) = productRepository.rename(id, name)
}
