import { Server } from 'socket.io';
import { connectAdapter } from './adapter.js';

// clean-next state/connection-registry -- another module sets the adapter
export const io = new Server(3000);
connectAdapter(io);
io.emit('ready');
