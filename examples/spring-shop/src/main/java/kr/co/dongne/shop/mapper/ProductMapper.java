package kr.co.dongne.shop.mapper;

import java.util.List;

import kr.co.dongne.shop.domain.Product;
import org.apache.ibatis.annotations.Param;

public interface ProductMapper {

    List<Product> selectProductList(@Param("category") String category, @Param("keyword") String keyword);

    Product selectProduct(Long productId);

    int insertProduct(Product product);

    int updateStock(@Param("productId") Long productId, @Param("stock") int stock);

    int increaseStock(@Param("productId") Long productId, @Param("quantity") int quantity);

    /** 재고가 모자라면 0을 돌려준다. */
    int decreaseStock(@Param("productId") Long productId, @Param("quantity") int quantity);
}
