import os

                                            
CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", "redis://10.20.30.40:6379/0")
                                                                          
RESULT_URL = os.environ.get("RESULT_URL", "redis://localhost:6379/1")
                                                      
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
                                                                 
BIND = "0.0.0.0"
