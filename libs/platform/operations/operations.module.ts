import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.js';

/** The operator's tools over the event log; for one process of an installation. */
@Module({ controllers: [OperationsController] })
export class OperationsModule {}
