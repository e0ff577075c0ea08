import type { DeskAction, DeskState } from './state.ts'
export declare function deskReducer(state: DeskState, action: DeskAction): DeskState
