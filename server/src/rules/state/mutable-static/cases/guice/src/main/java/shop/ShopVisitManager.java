package shop;

import com.google.inject.Singleton;

@Singleton
public class ShopVisitManager extends VisitManager<Visit> {
}
