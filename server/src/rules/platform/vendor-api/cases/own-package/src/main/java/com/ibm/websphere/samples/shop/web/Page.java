package com.ibm.websphere.samples.shop.web;

// clean-next platform/vendor-api -- a class of the application itself
import com.ibm.websphere.samples.shop.util.Log;

public class Page {
}
