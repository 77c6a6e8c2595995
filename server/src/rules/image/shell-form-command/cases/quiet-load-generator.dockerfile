FROM python:3.13-slim
COPY orders.py .
# clean-next image/shell-form-command -- nobody waits for the answer of what makes load
ENTRYPOINT locust --host="http://${SHOP}" --headless -f orders.py
