@echo off
rem Double-click to open plangraph in the browser. The store lies beside this file, as plangraph.lbug.
chcp 65001 >nul
cd /d "%~dp0"
where plangraph >nul 2>nul
if errorlevel 1 (
  echo 没有找到 plangraph。请先安装：uv tool install 安装包的路径.whl
  echo plangraph was not found. Install it first: uv tool install PATH-OF-THE-WHEEL.whl
  pause
  exit /b 1
)
plangraph --lang zh open
if errorlevel 1 pause
