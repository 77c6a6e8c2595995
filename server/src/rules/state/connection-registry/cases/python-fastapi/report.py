from fastapi import WebSocket


class Report:
    def __init__(self):
        # clean-next state/connection-registry -- lines of one report, made for each socket
        self.lines = []

    async def send(self, websocket: WebSocket):
        for line in self.lines:
            await websocket.send_text(line)


async def stream(websocket: WebSocket):
    report = Report()
    await report.send(websocket)
